"""Answers with a picture."""

from samen.base.forms import Cards


class Faces(Cards):
    """Three answers, each with a face: good, so-so, bad."""

    template_name = "portal/faces.html"


class Ways(Cards):
    """How two people saw or heard each other, each with its picture."""

    template_name = "portal/ways.html"
