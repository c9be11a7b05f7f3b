"""m12 in SimPy."""

import simpy

from m12 import arguments, chance_of, next_step, say


def run(variant, cases, chance):
    env = simpy.Environment()
    teams = {name: simpy.Resource(env, people) for name, (people, _) in variant.teams.items()}
    total = 0.0

    def case():
        nonlocal total
        start, name = env.now, variant.first
        while name != "END":
            step = variant.steps[name]
            with teams[step["team"]].request() as request:
                yield request
                hours = variant.teams[step["team"]][1]
                yield env.timeout(hours.add(env.now, variant.work(step, chance)) - env.now)
            name = next_step(step, chance)
        total += variant.arrival_hours.worked(env.now) - variant.arrival_hours.worked(start)

    def arrivals():
        for _ in range(cases):
            after = chance.expovariate(1 / variant.arrival_mean)
            yield env.timeout(variant.arrival_hours.add(env.now, after) - env.now)
            env.process(case())

    env.process(arrivals())
    env.run()
    return total / cases


variant, cases, runs, seed = arguments()
say([run(variant, cases, chance_of(seed, number)) for number in range(runs)])
