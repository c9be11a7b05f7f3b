"""Baton's simulation beside SimPy and Ciw on one model in one run: the same answer, and what it cost.

    cargo build --release -p baton-tests --bin m12
    python3 tests/benches/simulation/bench.py [--cases 10000] [--runs 10] [--rounds 3]
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[2] / "target"
PEERS = {"simpy": "4.1.2", "ciw": "3.2.7"}


def python():
    """A virtual environment with the peers, made once."""
    home = TARGET / "simulation-peers"
    inside = home / "bin" / "python"
    if not inside.exists():
        venv.create(home, with_pip=True)
        wanted = [f"{name}=={version}" for name, version in PEERS.items()]
        subprocess.run([inside, "-m", "pip", "install", "--quiet", *wanted], check=True)
    return str(inside)


def cost(command):
    """What a process says, its CPU seconds and its peak memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed")
    return json.loads(said), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cases", type=int, default=10_000)
    options.add_argument("--runs", type=int, default=10)
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    baton = str(TARGET / "release" / "m12")
    peers = {
        "Baton": [baton],
        "SimPy": [python(), str(HERE / "simpy_m12.py")],
        "Ciw": [python(), str(HERE / "ciw_m12.py")],
    }
    print("variant   by        mean ± 95 %      CPU s a run   of Baton  MiB  difference of joint range")
    for variant in ["A_flat", "B_office", "C_mixed", "D_jackson"]:
        figures = {name: ([], [], []) for name in peers}
        order = list(peers)
        for turn in range(options.rounds):
            for name in order:
                what = [variant, str(options.cases), str(options.runs), str(turn + 1)]
                means, seconds, memory = cost(peers[name] + what)
                # What starting the process cost is not the simulation's.
                _, empty, _ = cost(peers[name] + [variant, "1", "1", "1"])
                figures[name][0].extend(means)
                figures[name][1].append((seconds - empty) / options.runs)
                figures[name][2].append(memory)
            order.reverse()
        known = {}
        for name, (means, seconds, memory) in figures.items():
            error = 1.96 * statistics.stdev(means) / math.sqrt(len(means))
            known[name] = (statistics.mean(means), error)
            ratio = statistics.median(seconds) / statistics.median(figures["Baton"][1])
            apart = abs(known[name][0] - known["Baton"][0])
            joint = math.hypot(error, known["Baton"][1])
            print(
                f"{variant:9} {name:6} {known[name][0]:8.2f} ± {error:5.2f} {statistics.median(seconds):14.4f}"
                f" {ratio:10.1f} {statistics.median(memory):4.0f} {apart / joint:8.2f}"
            )
    print()
    for cases in [10_000, 100_000, 1_000_000]:
        _, seconds, memory = cost([baton, "C_mixed", str(cases), "1", "1"])
        print(f"{cases:9} cases in one run: {seconds:7.3f} s, {memory:5.1f} MiB")
    said, seconds, _ = cost([baton, "precise", "C_mixed", "2"])
    print(f"mean to 1 %: {said['runs']} runs, {said['wall']:.2f} s on two cores, {seconds:.2f} s CPU")


main()
