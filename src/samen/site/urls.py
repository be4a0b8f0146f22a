"""Addresses: the public door, signing in, the whole installation, and the desk of each initiative."""

from django.urls import include, path

from samen.public import views_public as public
from samen.site import views_public

handler400 = "samen.site.views_public.bad_request"
handler403 = "samen.site.views_public.refused"
handler404 = "samen.site.views_public.not_found"
handler500 = "samen.site.views_public.fault"

urlpatterns = [
    path("", public.home, name="home"),
    path("healthz", views_public.health, name="healthz"),
    path("language/", views_public.choose_language, name="choose_language"),
    path("text-size/", views_public.choose_text_size, name="choose_text_size"),
    # Stands before allauth's own page, where an address could be changed without a proof that it is yours.
    path("accounts/email/", views_public.own_address, name="account_email"),
    path("accounts/", include("allauth.urls")),
    path("", include("samen.messaging.urls_public")),
    path("", include("samen.portal.urls")),
    path("", include("samen.events.urls_public")),
    path("", include("samen.intake.urls_public")),
    path("", include("samen.desk.urls_public")),
    path("admin/", include("samen.languages.urls")),
    path("admin/", include("samen.rulebook.urls")),
    path("desk/", views_public.choose_desk, name="desk_choose"),
    path(
        "desk/<slug:initiative>/",
        include(
            [
                path("", include("samen.desk.urls")),
                path("", include("samen.intake.urls")),
                path("", include("samen.papers.urls")),
                path("", include("samen.duos.urls")),
                path("", include("samen.library.urls")),
                path("", include("samen.matching.urls")),
                path("", include("samen.exchanges.urls")),
                path("", include("samen.signals.urls")),
                path("", include("samen.lists.urls")),
                path("", include("samen.privacy.urls")),
                path("", include("samen.messaging.urls")),
                path("", include("samen.events.urls")),
                path("", include("samen.outreach.urls")),
                path("", include("samen.outreach.urls_materials")),
            ]
        ),
    ),
    # Everything else is an initiative; names that the site keeps are refused when one is made.
    path("<slug:initiative>/", include("samen.public.urls")),
    path("<slug:initiative>/", include("samen.public.urls_partner")),
    path("<slug:initiative>/", include("samen.exchanges.urls_public")),
]
