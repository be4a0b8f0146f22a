"""Addresses of an initiative that anybody may open; they come last, after everything the site keeps."""

from django.urls import path

from samen.public import views_calendar, views_public

urlpatterns = [
    path("calendar.ics", views_calendar.public_calendar, name="public_calendar"),
    path("", views_public.initiative, name="public_initiative"),
    path("colours.css", views_public.colours, name="public_colours"),
    path("picture/<slug:kind>/", views_public.show_picture, name="public_picture"),
    path("privacy/", views_public.privacy, name="public_privacy"),
    path("benefits/", views_public.benefits, name="public_benefits"),
    path("sheets/<slug:who>/", views_public.sheet, name="public_sheet"),
    path("via/<slug:code>/", views_public.via, name="public_via"),
    path("together/", views_public.together, name="public_together"),
    path("join/", views_public.join, name="public_join"),
    path("join/start/<slug:role>/", views_public.start, name="public_start"),
    path("join/question/<slug:name>/", views_public.question, name="public_question"),
    path("join/check/", views_public.check, name="public_check"),
    path("join/done/", views_public.done, name="public_done"),
    path("join/later/", views_public.later, name="public_later"),
    path("join/resume/", views_public.resume, name="public_resume"),
    path("join/forget/", views_public.forget, name="public_forget"),
]
