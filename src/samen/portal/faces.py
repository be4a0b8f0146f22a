"""Answers with a face."""

from samen.base.forms import Cards


class Faces(Cards):
    """Three answers, each with a face: good, so-so, bad."""

    template_name = "portal/faces.html"
