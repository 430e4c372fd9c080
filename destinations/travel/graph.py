"""The road table as a graph, and the quickest way through it.

Words used here:
    node   a point where roads meet or begin: a town, a gate, a jetty
    edge   a road between two nodes, the same in both directions
    route  the quickest chain of edges between two nodes
"""

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heappop, heappush
from pathlib import Path

from destinations.geography import Point, distance_km


class TravelError(ValueError):
    """A node that the table does not have, or two nodes that no road joins."""


@dataclass(frozen=True)
class Node:
    """One point of the road table."""

    id: str
    name: str
    point: Point
    kind: str = ""
    district: str = ""


@dataclass(frozen=True)
class Edge:
    """One road. Minutes are those of a dry day; `mode` is car, 4x4, boat, ferry or walk."""

    a: str
    b: str
    minutes: int
    km: float
    mode: str = "car"
    road_class: str = "local"
    note: str = ""

    @property
    def kind(self) -> str:
        """How a map draws it: "main", "water" or "other"."""
        if self.mode in {"boat", "ferry"}:
            return "water"
        return "main" if self.road_class in {"primary", "secondary"} else "other"


@dataclass(frozen=True)
class Route:
    """The quickest way: minutes, kilometres, its nodes in order and the modes it takes."""

    minutes: int
    km: float
    nodes: tuple[str, ...]
    modes: frozenset[str]


@dataclass(frozen=True)
class RoadGraph:
    """All nodes by id and all edges; routes from one node are reckoned once."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...]
    known: dict[str, dict[str, Edge]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def from_toml(cls, path: Path) -> "RoadGraph":
        """Read `[[node]]` and `[[edge]]`; an edge to a missing node is a `TravelError`."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        nodes = {
            row["id"]: Node(
                row["id"],
                row["name"],
                Point(row["latitude"], row["longitude"]),
                row.get("kind", ""),
                row.get("district", ""),
            )
            for row in data["node"]
        }
        edges = tuple(Edge(**row) for row in data["edge"])
        for edge in edges:
            for end in (edge.a, edge.b):
                if end not in nodes:
                    raise TravelError(f"The road {edge.a} to {edge.b} ends at {end!r}, no node.")
        return cls(nodes, edges)

    @cached_property
    def roads_from(self) -> dict[str, list[tuple[str, Edge]]]:
        """For each node the nodes next to it, with the road there."""
        roads: dict[str, list[tuple[str, Edge]]] = {node: [] for node in self.nodes}
        for edge in self.edges:
            roads[edge.a].append((edge.b, edge))
            roads[edge.b].append((edge.a, edge))
        return roads

    def route(self, start: str, end: str) -> Route:
        """The quickest way between two nodes by id."""
        for node in (start, end):
            if node not in self.nodes:
                raise TravelError(f"The road table has no node {node!r}.")
        steps = self.known.get(start)
        if steps is None:
            steps = self.known[start] = self.steps_from(start)
        nodes, edges = [end], []
        while nodes[-1] != start:
            if nodes[-1] not in steps:
                raise TravelError(f"No road leads from {start!r} to {end!r}.")
            edge = steps[nodes[-1]]
            edges.append(edge)
            nodes.append(edge.a if edge.b == nodes[-1] else edge.b)
        return Route(
            sum(edge.minutes for edge in edges),
            round(sum(edge.km for edge in edges), 1),
            tuple(reversed(nodes)),
            frozenset(edge.mode for edge in edges),
        )

    def steps_from(self, start: str) -> dict[str, Edge]:
        """For each node that can be reached the last road of its quickest way (Dijkstra).

        A boat is taken only where no road leads: boats are chartered and wait for the sea.
        """
        steps: dict[str, Edge] = {}
        best = {start: (0, 0)}
        queue = [((0, 0), start)]
        while queue:
            (boats, minutes), node = heappop(queue)
            if (boats, minutes) > best[node]:
                continue
            for neighbour, edge in self.roads_from[node]:
                through = (boats + (edge.kind == "water"), minutes + edge.minutes)
                if neighbour not in best or through < best[neighbour]:
                    best[neighbour], steps[neighbour] = through, edge
                    heappush(queue, (through, neighbour))
        return steps

    def nearest(self, point: Point) -> Node:
        """The node closest to a point in a straight line."""
        return min(self.nodes.values(), key=lambda node: distance_km(node.point, point))
