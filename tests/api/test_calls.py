"""What each call gives, in the words of the contract."""

from datetime import date

import pytest
from flask.testing import FlaskClient

ITEM = {
    *("text", "decision", "kind", "verdict", "severity"),
    *("match", "candidates", "note", "findings"),
}
FINDING = {
    *("id", "subject", "verdict", "severity", "headline", "why", "what_to_do", "mechanism"),
    *("effect", "management", "evidence", "tyramine", "washout", "disputed", "verified"),
    *("reviewed", "sources"),
}
TYRAMINE = {
    *("typical_mg", "max_mg", "serving_g", "limit_mg", "typical_mg_per_kg", "max_mg_per_kg"),
}


@pytest.fixture
def answer(client: FlaskClient) -> dict:
    """The answer to the contract's own example, with a nonsense word added."""
    asked = {
        "maoi": "Nardil",
        "maoi_stopped_on": "2026-11-10",
        "on": "2026-11-20",
        "items": [
            "aged cheddar",
            {"text": "Sudafed", "kind": "drug"},
            {"text": "soy sauce", "kind": "food", "amount_g": 15},
            {"code": {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "36567"}},
            "qqqzzzxxx",
        ],
    }
    response = client.post("/api/v1/check", json=asked)
    assert response.status_code == 200
    assert response.mimetype == "application/json"
    return response.get_json()


def test_the_answer_has_the_fields_of_the_contract(answer: dict) -> None:
    assert {"maoi", "verdict", "items", "meal", "data", "notice"} <= set(answer)
    assert answer["maoi"] | {"note": None} == {
        "id": "phenelzine",
        "name": answer["maoi"]["name"],
        "class": "nonselective irreversible",
        "assumed": False,
        "note": None,
        "still_active": True,
        "active_until": "2026-11-24",
    }
    assert set(answer["data"]) == {"version", "reviewed"}
    assert set(answer["meal"]) == {"typical_mg", "max_mg", "limit_mg", "complete", "verdict"}
    assert answer["verdict"] == "avoid"
    assert answer["notice"]


def test_items_come_in_order_with_the_fields_of_the_contract(answer: dict) -> None:
    texts = [item["text"] for item in answer["items"]]
    assert texts[:3] == ["aged cheddar", "Sudafed", "soy sauce"]
    assert all(set(item) == ITEM for item in answer["items"])


def test_a_match_says_by_what_it_was_found(answer: dict) -> None:
    match = answer["items"][0]["match"]
    assert {"id", "name", "score", "via", "how"} <= set(match)
    assert match["id"].startswith("food:")
    assert 0 <= match["score"] <= 1
    assert match["how"] in ("exact", "synonym")


def test_a_finding_has_the_fields_of_the_contract(answer: dict) -> None:
    findings = [finding for item in answer["items"] for finding in item["findings"]]
    assert findings
    for finding in findings:
        assert set(finding) == FINDING
        assert set(finding["subject"]) == {"id", "name", "kind"}
        assert set(finding["washout"]) == {"before_days", "after_days"}
        assert finding["sources"]
        assert all(set(source) == {"id", "citation", "url"} for source in finding["sources"])


def test_figures_stand_with_a_food_and_not_with_a_medicine(answer: dict) -> None:
    cheese, medicine = answer["items"][:2]
    tyramine = cheese["findings"][0]["tyramine"]
    assert set(tyramine) == TYRAMINE
    assert all(figure is None or figure == round(figure, 2) for figure in tyramine.values())
    assert medicine["findings"][0]["tyramine"] is None


def test_what_is_not_recognised_is_an_answer(answer: dict) -> None:
    unknown = answer["items"][-1]
    assert unknown["decision"] == unknown["verdict"] == unknown["severity"] == "unknown"
    assert unknown["match"] is None
    assert unknown["note"]


def test_without_an_maoi_the_strictest_is_assumed_and_told(client: FlaskClient) -> None:
    maoi = client.post("/api/v1/check", json={"items": ["aged cheddar"]}).get_json()["maoi"]
    assert maoi["assumed"] is True
    assert maoi["note"]


def test_a_disputed_matter_gives_every_view(client: FlaskClient) -> None:
    asked = {"maoi": "Nardil", "items": ["aged cheddar", "Sudafed", "methylphenidate"]}
    answer = client.post("/api/v1/check", json=asked).get_json()
    for item in answer["items"]:
        for finding in item["findings"]:
            views = finding["disputed"]
            assert views is None or all(
                set(view) == {"authority", "says", "sources"} for view in views
            )


def test_a_link_gives_the_same_answer(client: FlaskClient) -> None:
    address = "/api/v1/check?maoi=Nardil&item=stilton&item=ibuprofen&on=2026-11-20"
    asked = {"maoi": "Nardil", "items": ["stilton", "ibuprofen"], "on": "2026-11-20"}
    by_link, by_body = client.get(address), client.post("/api/v1/check", json=asked)
    assert by_link.get_json() == by_body.get_json()
    assert by_link.headers["Cache-Control"] == "no-store"


def test_a_scan_says_where_each_item_stands(client: FlaskClient) -> None:
    text = "Lunch 🧀: qqqzzzxxx, aged cheddar and ibuprofen"
    answer = client.post("/api/v1/scan", json={"maoi": "Nardil", "text": text}).get_json()
    found = {item["text"]: text[item["start"] : item["end"]] for item in answer["items"]}
    assert {"aged cheddar", "ibuprofen"} <= set(found)
    assert all(item == stretch for item, stretch in found.items())
    assert all(set(item) == ITEM | {"start", "end"} for item in answer["items"])
    assert any("qqqzzzxxx" in stretch["text"] for stretch in answer["unread"])
    assert all(text[one["start"] : one["end"]] == one["text"] for one in answer["unread"])


def test_suggestions_are_names_of_entries(client: FlaskClient) -> None:
    found = client.get("/api/v1/suggest?q=chedd&kind=food&limit=3").get_json()
    assert 1 <= len(found) <= 3
    assert all(set(one) == {"id", "name", "kind", "matched"} for one in found)
    assert all(one["kind"] == "food" for one in found)


def test_profiles_are_listed_strictest_first_and_given_one_by_one(client: FlaskClient) -> None:
    profiles = client.get("/api/v1/maois").get_json()
    assert {"phenelzine", "tranylcypromine", "moclobemide"} <= {one["id"] for one in profiles}
    assert profiles[0]["class"] == "nonselective irreversible"
    for profile in profiles:
        assert client.get(f"/api/v1/maois/{profile['id']}").get_json() == profile
        assert profile["sources"]


def test_a_switch_tells_the_wait_and_the_earliest_start(client: FlaskClient) -> None:
    address = "/api/v1/switch?from=fluoxetine&to=phenelzine&last_dose=2026-11-01"
    plan = client.get(address).get_json()
    assert {"from", "to", "days", "earliest_start", "why", "sources"} <= set(plan)
    assert plan["from"]["id"] == "fluoxetine"
    assert plan["to"]["id"] == "phenelzine"
    wait = date.fromisoformat(plan["earliest_start"]) - date(2026, 11, 1)
    assert wait.days == plan["days"]
    assert plan["sources"]


def test_a_switch_of_something_unknown_is_422(client: FlaskClient) -> None:
    response = client.get("/api/v1/switch?from=qqqzzzxxx&to=phenelzine")
    assert response.status_code == 422
    assert response.get_json()["type"] == "/problems/unknown-agent"
    assert response.get_json()["errors"][0]["pointer"] == "#/from"


def test_every_source_that_a_profile_names_is_in_the_bibliography(client: FlaskClient) -> None:
    listed = {source["id"] for source in client.get("/api/v1/sources").get_json()}
    profiles = client.get("/api/v1/maois").get_json()
    named = {source["id"] for profile in profiles for source in profile["sources"]}
    assert named <= listed


def test_meta_tells_versions_and_counts(client: FlaskClient) -> None:
    meta = client.get("/api/v1/meta").get_json()
    assert set(meta) == {"version", "data", "counts", "verified"}
    assert meta["counts"]["maois"] == len(client.get("/api/v1/maois").get_json())
    assert set(meta["verified"]) <= {"read", "class-read", "recalled"}


def test_healthz_tells_the_data_version(client: FlaskClient) -> None:
    health = client.get("/healthz").get_json()
    assert health["status"] == "ok"
    assert health["data"] == client.get("/api/v1/meta").get_json()["data"]
