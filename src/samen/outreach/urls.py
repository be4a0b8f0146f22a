"""Addresses about finding people, under the desk of an initiative."""

from django.urls import path

from samen.outreach.views_desk import intermediaries, kinds, sources, year

urlpatterns = [
    path("intermediaries/", intermediaries.register, name="intermediary_list"),
    path("intermediaries/add/", intermediaries.add, name="intermediary_add"),
    path("intermediaries/kinds/", kinds.kinds, name="kind_list"),
    path("intermediaries/kinds/add/", kinds.add, name="kind_add"),
    path("intermediaries/kinds/<int:pk>/rename/", kinds.rename, name="kind_rename"),
    path("intermediaries/kinds/<int:pk>/remove/", kinds.remove, name="kind_remove"),
    path("intermediaries/<int:pk>/", intermediaries.one, name="intermediary"),
    path("intermediaries/<int:pk>/edit/", intermediaries.edit, name="intermediary_edit"),
    path("intermediaries/<int:pk>/end/", intermediaries.end, name="intermediary_end"),
    path("intermediaries/<int:pk>/reopen/", intermediaries.reopen, name="intermediary_reopen"),
    path("intermediaries/<int:pk>/agree/", intermediaries.agree, name="intermediary_agree"),
    path("intermediaries/<int:pk>/agreement/", intermediaries.agreement, name="intermediary_agreement"),
    path("intermediaries/<int:pk>/call-again/", intermediaries.call_again, name="intermediary_call_again"),
    path("intermediaries/<int:pk>/contacts/", intermediaries.contact, name="intermediary_contact"),
    path(
        "intermediaries/<int:pk>/contacts/<int:contact>/undo/",
        intermediaries.contact_undo,
        name="intermediary_contact_undo",
    ),
    path("intermediaries/<int:pk>/handouts/", intermediaries.hand_out, name="intermediary_hand_out"),
    path(
        "intermediaries/<int:pk>/handouts/<int:handout>/undo/",
        intermediaries.handout_undo,
        name="intermediary_handout_undo",
    ),
    path("intermediaries/<int:pk>/link/", intermediaries.make_link, name="intermediary_link"),
    path("intermediaries/<int:pk>/page/", intermediaries.open_page, name="intermediary_open_page"),
    path("intermediaries/<int:pk>/page/revoke/", intermediaries.revoke_page, name="intermediary_revoke_page"),
    path("recruiting/year/", year.year, name="year_plan"),
    path("recruiting/year/begin/", year.begin, name="year_plan_begin"),
    path("recruiting/year/<int:pk>/done/", year.done, name="year_task_done"),
    path("recruiting/year/<int:pk>/remove/", year.remove, name="year_task_remove"),
    path("sources/", sources.channels, name="source_list"),
    path("sources/add/", sources.add, name="source_add"),
    path("sources/<int:pk>/", sources.one, name="source"),
    path("sources/<int:pk>/cards/", sources.card, name="source_cards"),
    path("sources/<int:pk>/end/", sources.end, name="source_end"),
    path("sources/<int:pk>/reopen/", sources.reopen, name="source_reopen"),
]
