"""Great-circle distance between places (latitude, longitude in degrees).

A place is first put on the unit sphere; the straight chord between two such points gives the arc. This is
the haversine formula, with all trigonometry but one arcsine done once per person instead of once per pair.
"""

import math

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0088

Place = tuple[float, float]


def on_sphere(place: Place | None) -> tuple[float, float, float]:
    """The point of the unit sphere at (latitude, longitude); NaN when the place is unknown."""
    if place is None:
        return (math.nan, math.nan, math.nan)
    latitude, longitude = math.radians(place[0]), math.radians(place[1])
    ring = math.cos(latitude)
    return (ring * math.cos(longitude), ring * math.sin(longitude), math.sin(latitude))


def arc_km(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Kilometres between points of the unit sphere, shapes (3, …) broadcast; NaN where one is unknown."""
    chord = np.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)
    arc: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(chord / 2, 1.0))
    return arc


def distance_km(a: Place | None, b: Place | None) -> float | None:
    """Kilometres between two places; None when either is unknown."""
    if a is None or b is None:
        return None
    return float(arc_km(np.array(on_sphere(a)), np.array(on_sphere(b))))
