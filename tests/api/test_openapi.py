"""The description: valid, whole, and true."""

import re

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from checker.api.operations import OPERATIONS, Operation

API = re.compile(r"/api/v1/|/healthz")


def label(operation: Operation) -> str:
    """An operation as schemathesis names it."""
    return f"{operation.method} {operation.rule.replace('<', '{').replace('>', '}')}"


@pytest.fixture
def document(client: FlaskClient) -> dict:
    return client.get("/api/v1/openapi.json").get_json()


def test_it_is_openapi_3_1(document: dict) -> None:
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_every_route_is_described_and_nothing_else(app: Flask, document: dict) -> None:
    routes = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if API.match(rule.rule)
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    described = {(path, method) for path, calls in document["paths"].items() for method in calls}
    assert routes == described


def test_every_field_is_described(document: dict) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert schema.get("description"), name
        for field, about in schema.get("properties", {}).items():
            assert about.get("description"), f"{name}.{field}"


def test_every_parameter_is_described(document: dict) -> None:
    calls = [call for path in document["paths"].values() for call in path.values()]
    for call in calls:
        assert call["summary"] and call["description"]
        assert all(parameter["description"] for parameter in call["parameters"])


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("Profile", "/api/v1/maois"),
        ("Source", "/api/v1/sources"),
        ("Suggestion", "/api/v1/suggest?q=ched"),
    ],
)
def test_lists_fit_their_schema(
    client: FlaskClient, document: dict, model: str, address: str
) -> None:
    listed = {"type": "array", "items": {"$ref": f"#/components/schemas/{model}"}}
    validate(document, listed, client.get(address).get_json())


def test_the_example_and_its_answer_fit_their_schemas(client: FlaskClient, document: dict) -> None:
    for address, answer in (("/api/v1/check", "Answer"), ("/api/v1/scan", "Scan")):
        asked = document["paths"][address]["post"]["requestBody"]["content"]["application/json"]
        validate(document, asked["schema"], asked["example"])
        given = client.post(address, json=asked["example"])
        validate(document, {"$ref": f"#/components/schemas/{answer}"}, given.get_json())


def test_errors_fit_their_schema(client: FlaskClient, document: dict) -> None:
    for asked in ({}, {"items": ["a"], "maoi": "qqqzzzxxx"}):
        given = client.post("/api/v1/check", json=asked).get_json()
        validate(document, {"$ref": "#/components/schemas/Problem"}, given)


def test_the_page_shows_every_call_and_loads_nothing_from_elsewhere(
    client: FlaskClient, document: dict
) -> None:
    page = client.get("/api/docs").get_data(as_text=True)
    assert all(path in page for path in document["paths"])
    loaded = re.findall(r'(?:src|href|action)="([^"]+)"', page)
    assert all(address.startswith(("/", "#")) and address[:2] != "//" for address in loaded)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", page)


def modes(operation: Operation) -> list[GenerationMode]:
    """What can be tried: nothing can be wrong where nothing can be said."""
    said = operation.body or (operation.params and operation.params.model_fields)
    return list(GenerationMode) if said else [GenerationMode.POSITIVE]


def validate(document: dict, schema: dict, value: object) -> None:
    whole = schema | {"components": document["components"]}
    Draft202012Validator(whole).validate(value)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_call_behaves_as_described(app: Flask, operation: Operation) -> None:
    """Calls as the description allows, and as it does not, get what the description says.

    One check is left out: a text of the right shape may still name no MAOI, which is a 422.
    """
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    call = described.find_operation_by_label(label(operation))
    assert call is not None
    for mode in modes(operation):

        @settings(max_examples=30, suppress_health_check=list(HealthCheck))
        @given(case=call.as_strategy(generation_mode=mode))
        def try_it(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        try_it()
