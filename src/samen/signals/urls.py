"""Addresses of signals, services and hand-overs, under the desk of an initiative."""

from django.urls import path

from samen.signals import views_desk, views_services

urlpatterns = [
    path("report/", views_desk.report, name="signal_report"),
    path("signals/", views_desk.signal_list, name="signal_list"),
    path("signals/from-check-in/<int:check_in>/", views_desk.from_check_in, name="signal_from_check_in"),
    path("signals/<int:pk>/", views_desk.signal, name="signal"),
    path("signals/<int:pk>/take/", views_desk.take, name="signal_take"),
    path("signals/<int:pk>/weigh/", views_desk.weigh, name="signal_weigh"),
    path("signals/<int:pk>/steps/", views_desk.add_step, name="signal_step"),
    path("signals/<int:pk>/steps/<int:step>/done/", views_desk.do_step, name="signal_step_done"),
    path("signals/<int:pk>/close/", views_desk.close, name="signal_close"),
    path("signals/<int:pk>/reopen/", views_desk.reopen, name="signal_reopen"),
    path("services/", views_services.service_list, name="service_list"),
    path("services/add/", views_services.service_add, name="service_add"),
    path("services/<int:pk>/", views_services.service_edit, name="service_edit"),
    path("services/<int:pk>/end/", views_services.service_end, name="service_end"),
    path("services/<int:pk>/reopen/", views_services.service_reopen, name="service_reopen"),
    path("handovers/", views_services.hand_over_list, name="hand_over_list"),
    path("handovers/people/<int:pk>/", views_services.hand_over, name="hand_over_add"),
    path("handovers/<int:pk>/", views_services.hand_over_note, name="hand_over"),
    path("handovers/<int:pk>/feedback/", views_services.feedback, name="hand_over_feedback"),
]
