"""Who is tied to whom: parties, their options and mandates, whose yes is needed, and the record's ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from jirga.exchange.content import Content
from jirga.exchange.members import members
from jirga.exchange.nodes import Edge, Node
from jirga.record.folding import folded
from jirga.schema.conflict import Conflict
from jirga.schema.record import Name, Recorded, Tie
from jirga.schema.wants import Cited

STANDING = ("accepted", "corrected")
DEAL = "deal"
NO_ACTORS = ("option", "issue", "place", "source")
SAME_KIND = {"party": ("party", "body"), "person": ("person",)}


class Graph:
    """The graph of a conflict and of the record's ties.

    Parameters
    ----------
    content : Content
        What is handed out.
    """

    def __init__(self, content: Content) -> None:
        self.content = content
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.known: dict[str, set[str]] = {}
        if content.conflict:
            self.of_the_conflict(content.conflict)
        names = {one.id: one for one in content.names}
        for one in content.names:
            self.registered(one, names)
        documents = {one.id: one.name for one in content.documents}
        for claim in content.claims:
            if isinstance(claim.claim, Tie) and claim.state in STANDING:
                self.edges.append(self.tie(claim, claim.claim, documents.get(claim.document, claim.document)))

    def add(self, node: Node, *others: str) -> str:
        """Put a node in, under every name it may be called by; gives its id."""
        self.nodes.setdefault(node.id, node)
        for name in (node.label, *node.aliases, *others):
            if folded(name):
                self.known.setdefault(folded(name), set()).add(node.id)
        return node.id

    def called(self, name: str, kind: str) -> str:
        """Give the node of a name in a tie; one that nothing is called by, or more than one, is new."""
        known = self.known.get(folded(name), set())
        found = {one for one in known if self.nodes[one].kind not in NO_ACTORS}
        if len(found) == 1:
            return next(iter(found))
        own = next((one.id for one in self.nodes.values() if (one.label, one.kind) == (name, kind)), "")
        return own or self.add(Node(f"name:{len(self.nodes) + 1}", name, kind))

    def of_the_conflict(self, conflict: Conflict) -> None:
        """Put in what a conflict file says."""
        for id_, party in conflict.parties.items():
            others = tuple(dict.fromkeys(one for one in (party.short,) if one and one != party.name))
            self.add(Node(f"party:{id_}", party.name, "party", id_, others))
            for key, option in party.options.items():
                node = self.add(Node(f"option:{key}", option.says or key, "option"))
                self.edges.append(Edge(f"party:{id_}", node, "holds", "option"))
        for name, rule in conflict.bodies.items():
            body = self.body(conflict, name)
            self.edges += [
                Edge(self.body(conflict, one), body, "votes in", "consent") for one, _ in members(rule)
            ]
        self.consents(conflict)
        self.mandates(conflict)

    def body(self, conflict: Conflict, name: str) -> str:
        """Give the node of a party's id, or of a body's or a person's name."""
        if name in conflict.parties:
            return f"party:{name}"
        kind = "body" if name in conflict.bodies else "person"
        own = next((one.id for one in self.nodes.values() if (one.label, one.kind) == (name, kind)), "")
        return own or self.add(Node(f"{kind}:{len(self.nodes) + 1}", name, kind))

    def consents(self, conflict: Conflict) -> None:
        """Put in whose yes settles what."""
        for issue, consent in conflict.consent.items():
            says = conflict.issues[issue].says if issue in conflict.issues else "the deal"
            node = self.add(Node(f"issue:{issue}" if issue != DEAL else DEAL, says or issue, "issue"))
            for rule, how in ((consent.needs, ""), (consent.formal, ", by the rule as written")):
                for name, must in members(rule):
                    relation = ("must approve" if must else "has a say") + how
                    answer = consent.answers.get(name)
                    edge = Edge(self.body(conflict, name), node, relation, "consent", **known_by(consent))
                    self.edges.append(replace(edge, status=answer.status if answer else "unknown"))

    def mandates(self, conflict: Conflict) -> None:
        """Put in who speaks for whom, and who must approve."""
        for one in conflict.mandates:
            who, said = self.body(conflict, one.who), known_by(one)
            if one.speaks_for:
                self.edges.append(Edge(who, f"party:{one.speaks_for}", "speaks for", "mandate", **said))
            if one.reports_to:
                above = self.body(conflict, one.reports_to)
                self.edges.append(Edge(who, above, "reports to", "mandate", **said))
            for approval in one.approvals:
                what = f"must approve: {approval.what}" if approval.what else "must approve"
                by = self.body(conflict, approval.of)
                edge = Edge(by, who, what, "mandate", status=approval.status, **known_by(approval))
                self.edges.append(edge)

    def registered(self, one: Name, names: dict[str, Name]) -> None:
        """Put in a name of the register, or give its other names to the node that has one of them."""
        lead = one
        while lead.into in names:
            lead = names[lead.into]
        alike = SAME_KIND.get(lead.kind, ())
        found = {
            node
            for name in own(lead)
            for node in self.known.get(folded(name), ())
            if self.nodes[node].kind in alike or node == f"name:{lead.id}"
        }
        if len(found) != 1:
            self.add(Node(f"name:{lead.id}", lead.name, lead.kind, "", lead.aliases), *own(one))
            return
        (id_,) = found
        node = self.nodes[id_]
        others = dict.fromkeys([*node.aliases, *own(lead), *own(one)])
        others.pop(node.label, None)
        self.nodes[id_] = replace(node, aliases=tuple(others))
        self.add(self.nodes[id_])

    def tie(self, one: Recorded, claim: Tie, document: str) -> Edge:
        """Make an edge of a tie that a person stands by."""
        said = claim.status if claim.modality == "asserted" else f"{claim.status}, {claim.modality}"
        return Edge(
            self.called(claim.source.name, "named"),
            self.called(claim.target.name, "named"),
            claim.relation.replace("_", " "),
            "tie",
            claim.basis,
            f"{document}#{one.id}",
            True,
            said,
            claim.period.text or f"{claim.period.start}/{claim.period.end}" if claim.period else "",
            one.retracted,
        )


def own(one: Name) -> tuple[str, ...]:
    """Give every name of a name."""
    return (one.name, *one.aliases)


class KnownBy(TypedDict):
    """How an edge is known."""

    basis: str
    cite: str
    sourced: bool
    retracted: str


def known_by(one: Cited) -> KnownBy:
    """Say how an edge is known."""
    cite = "; ".join(one.cite)
    return {"basis": one.basis or "assumed", "cite": cite, "sourced": bool(cite), "retracted": one.retracted}
