"""A graph as GraphML, which Gephi and yEd open: names in any script, every attribute with its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree as ET

from jirga.exchange.cells import visible
from jirga.exchange.graph import Graph
from jirga.exchange.nodes import Edge, Node

SPACE = "http://graphml.graphdrawing.org/xmlns"
NODE = {
    "label": ("string", "what a reader sees"),
    "kind": ("string", "party, body, person, place, source, option, issue, or named: only named in a tie"),
    "party": ("string", "the party's id in the conflict file"),
    "aliases": ("string", "other names, parted by |"),
}
EDGE = {
    "label": ("string", "the relation, and its status where that is not plain"),
    "relation": ("string", "what the one does to the other"),
    "kind": ("string", "tie, mandate, consent or option"),
    "basis": ("string", "how it is known"),
    "sourced": ("boolean", "whether a source is cited"),
    "cite": ("string", "source and passage, or document and claim"),
    "status": ("string", "of a tie asserted, claimed, denied, ...; of a yes given, refused or unknown"),
    "period": ("string", "when it was so"),
    "retracted": ("boolean", "whether nothing should rest on it any more"),
    "why_retracted": ("string", "why not"),
}
PLAIN = {"", "asserted", "unknown", "given"}


def graphml(graph: Graph) -> bytes:
    """Write a graph; a control sign, which XML cannot hold, becomes its picture, as ␌."""
    ET.register_namespace("", SPACE)
    root = ET.Element(f"{{{SPACE}}}graphml")
    for what, keys in (("node", NODE), ("edge", EDGE)):
        for name, (kind, says) in keys.items():
            key = ET.SubElement(root, f"{{{SPACE}}}key", {"id": f"{what}_{name}", "for": what})
            key.set("attr.name", name)
            key.set("attr.type", kind)
            ET.SubElement(key, f"{{{SPACE}}}desc").text = says
    inside = ET.SubElement(root, f"{{{SPACE}}}graph", {"id": "G", "edgedefault": "directed"})
    for node in graph.nodes.values():
        put(ET.SubElement(inside, f"{{{SPACE}}}node", {"id": node.id}), "node", of_node(node))
    for number, edge in enumerate(graph.edges, start=1):
        ends = {"id": f"e{number}", "source": edge.source, "target": edge.target}
        put(ET.SubElement(inside, f"{{{SPACE}}}edge", ends), "edge", of_edge(edge))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{text}\n".encode()


def put(element: Any, what: str, said: Mapping[str, str | bool | None]) -> None:
    """Put attributes into a node or an edge; those of which nothing is known are left out."""
    for name, value in said.items():
        if value is None or value == "":
            continue
        data = ET.SubElement(element, f"{{{SPACE}}}data", {"key": f"{what}_{name}"})
        data.text = ("true" if value else "false") if isinstance(value, bool) else visible(value)


def of_node(node: Node) -> dict[str, str | bool | None]:
    """Give a node's attributes."""
    aliases = " | ".join(node.aliases)
    return {"label": node.label, "kind": node.kind, "party": node.party, "aliases": aliases}


def of_edge(edge: Edge) -> dict[str, str | bool | None]:
    """Give an edge's attributes."""
    return {
        "label": edge.relation if edge.status in PLAIN else f"{edge.relation} ({edge.status})",
        "relation": edge.relation,
        "kind": edge.kind,
        "basis": edge.basis,
        "sourced": edge.sourced,
        "cite": edge.cite,
        "status": edge.status,
        "period": edge.period,
        "retracted": bool(edge.retracted),
        "why_retracted": edge.retracted,
    }
