"""Addresses of exchange sessions, under the desk of an initiative."""

from django.urls import path

from samen.exchanges import views_desk, views_groups, views_summary, views_year

urlpatterns = [
    path("sessions/year/", views_year.year, name="session_year"),
    path("sessions/plan/", views_desk.plan, name="session_plan"),
    path("sessions/<int:event>/", views_desk.session, name="session"),
    path("sessions/<int:event>/change/", views_desk.change, name="session_change"),
    path("sessions/<int:event>/page/", views_desk.open_page, name="session_open_page"),
    path("sessions/<int:event>/page/close/", views_desk.close_page, name="session_close_page"),
    path("sessions/<int:event>/groups/", views_groups.groups, name="session_groups"),
    path("sessions/<int:event>/groups/swap/", views_groups.swap, name="session_swap"),
    path("sessions/<int:event>/groups/late/", views_groups.late, name="session_late"),
    path("sessions/<int:event>/groups/pairs/", views_groups.add_pair, name="session_pair"),
    path("sessions/<int:event>/groups/pairs/<int:pk>/", views_groups.remove_pair, name="session_pair_remove"),
    path("sessions/<int:event>/groups/print/<slug:what>/", views_groups.paper, name="session_paper"),
    path("sessions/<int:event>/summary/", views_summary.summary, name="session_summary"),
    path("sessions/<int:event>/summary/tip/", views_summary.share_tip, name="session_tip"),
    path("sessions/<int:event>/summary/thanks/", views_summary.thanks, name="session_thanks"),
]
