"""m12 in Ciw: a node is a team, the class of a customer the step that comes next."""

import ciw

from m12 import arguments, chance_of, say


def run(variant, cases, chance):
    steps = list(variant.steps) + ["END"]
    teams = list(variant.teams)
    node = {name: teams.index(step["team"]) for name, step in variant.steps.items()}

    class Arrivals(ciw.dists.Distribution):
        left = cases

        def sample(self, t=None, ind=None):
            if self.left == 0:
                return float("inf")
            self.left -= 1
            hours = variant.arrival_hours
            return hours.add(t or 0.0, chance.expovariate(1 / variant.arrival_mean)) - (t or 0.0)

    class Work(ciw.dists.Distribution):
        def __init__(self, step):
            self.step = step
            self.hours = variant.teams[step["team"]][1]

        def sample(self, t=None, ind=None):
            return self.hours.add(t, variant.work(self.step, chance)) - t

    nothing = ciw.dists.Deterministic(0.0)
    arrival = {name: [None] * len(teams) for name in steps}
    arrival[variant.first][node[variant.first]] = Arrivals()
    service = {
        name: [Work(variant.steps[name]) if name != "END" and node[name] == at else nothing for at in range(len(teams))]
        for name in steps
    }
    to = lambda name: [[1.0 if name != "END" and node[name] == at else 0.0 for at in range(len(teams))]] * len(teams)
    change = {a: {b: 0.0 for b in steps} for a in steps}
    for name, step in variant.steps.items():
        for following, share in step["next"]:
            change[name][following] += share
    change["END"]["END"] = 1.0
    network = ciw.create_network(
        arrival_distributions=arrival,
        service_distributions=service,
        routing={name: to(name) for name in steps},
        number_of_servers=[variant.teams[team][0] for team in teams],
        class_change_matrices=[change] * len(teams),
    )
    ciw.seed(chance.getrandbits(31))
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(cases, method="Finish")
    worked = variant.arrival_hours.worked
    total = 0.0
    for customer in simulation.nodes[-1].all_individuals:
        records = customer.data_records
        total += worked(max(it.exit_date for it in records)) - worked(min(it.arrival_date for it in records))
    return total / cases


variant, cases, runs, seed = arguments()
say([run(variant, cases, chance_of(seed, number)) for number in range(runs)])
