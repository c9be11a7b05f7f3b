"""The common model m12 for its peers: calendars in wall minutes, distributions, one seed per run."""

import json
import math
import random
from bisect import bisect_left, bisect_right
from pathlib import Path

MODEL = json.loads((Path(__file__).parents[2] / "fixtures/analysis/m12.json").read_text())
WEEK = 7 * 1440


class Hours:
    """Working time of a week, repeated; the same arithmetic that Baton does."""

    def __init__(self, windows):
        minutes = lambda text: int(text[:2]) * 60 + int(text[3:])
        spans = sorted(
            (day * 1440 + minutes(start), day * 1440 + minutes(end))
            for days, start, end in windows
            for day in days
        )
        self.opens = [start for start, _ in spans]
        self.before = [0]
        for start, end in spans:
            self.before.append(self.before[-1] + end - start)
        self.always = self.before[-1] == WEEK

    def worked(self, at):
        if self.always:
            return at
        weeks, within = divmod(at, WEEK)
        last = bisect_right(self.opens, within) - 1
        inside = 0 if last < 0 else min(
            self.before[last] + within - self.opens[last], self.before[last + 1]
        )
        return weeks * self.before[-1] + inside

    def add(self, at, minutes):
        if self.always:
            return at + minutes
        worked = self.worked(at) + minutes
        weeks = math.ceil(worked / self.before[-1]) - 1
        within = worked - weeks * self.before[-1]
        at = bisect_left(self.before, within) - 1
        return weeks * WEEK + self.opens[at] + within - self.before[at]


class Variant:
    def __init__(self, name):
        it = MODEL["variants"][name]
        hours = {name: Hours(windows) for name, windows in MODEL["calendars"].items()}
        self.arrival_mean = it["arrival_mean"]
        self.arrival_hours = hours[it["arrival_calendar"]]
        self.teams = {team: (people, hours[calendar]) for team, (people, calendar) in it["teams"].items()}
        self.steps = {step["id"]: step for step in MODEL["steps"]}
        self.first = MODEL["steps"][0]["id"]
        self.fixed = it.get("exp_mean_by_team", {})

    def work(self, step, chance):
        if step["team"] in self.fixed:
            return chance.expovariate(1 / self.fixed[step["team"]])
        if step["dist"] == "exp":
            return chance.expovariate(1 / step["mean"])
        sigma2 = math.log1p(step["cv"] ** 2)
        return chance.lognormvariate(math.log(step["mean"]) - sigma2 / 2, math.sqrt(sigma2))


def next_step(step, chance):
    drawn = chance.random()
    for name, share in step["next"]:
        drawn -= share
        if drawn < 0:
            return name
    return step["next"][-1][0]


def arguments():
    import sys

    variant, cases, runs, seed = sys.argv[1:5]
    return Variant(variant), int(cases), int(runs), int(seed)


def say(means):
    print(json.dumps(means))


def chance_of(seed, run):
    return random.Random(seed * 1_000_003 + run)
