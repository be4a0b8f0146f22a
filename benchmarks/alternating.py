"""Time several ways of doing the same in turns (A, B, A, B, …), so that a busy moment hits all alike."""

import time
from collections.abc import Callable, Mapping
from statistics import median


def medians(ways: Mapping[str, Callable[[], object]], repeats: int = 7) -> dict[str, float]:
    """Median CPU seconds of each way, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for round_number in range(repeats + 1):
        for name, way in ways.items():
            start = time.process_time()
            way()
            if round_number:
                times[name].append(time.process_time() - start)
    return {name: median(taken) for name, taken in times.items()}
