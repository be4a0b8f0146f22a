"""Addresses of matching."""

urlpatterns = []
