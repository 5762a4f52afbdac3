"""The double as a process: prints its URL as the first line and serves until it is terminated."""

import argparse
import asyncio
import signal
from pathlib import Path

from .double import BotApiDouble


def arguments() -> argparse.Namespace:
    """What stands on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_double", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--token", required=True)
    parser.add_argument("--journal", type=Path)
    parser.add_argument("--flood", choices=("off", "report", "enforce"), default="report")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


async def serve(given: argparse.Namespace) -> None:
    """Serve until SIGTERM or SIGINT."""
    done = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    async with BotApiDouble(
        given.token, flood=given.flood, seed=given.seed, journal=given.journal, port=given.port
    ) as double:
        print(double.url, flush=True)
        await done.wait()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
