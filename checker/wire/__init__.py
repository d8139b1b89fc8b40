"""The contract as pydantic models: what may be asked, and the shape of every answer.

Shape only: types, limits, pointers. Nothing here changes a verdict. The lean, frozen values
of ``exchange.py`` pass between the rooms; these models stand at the border.
"""

from checker.wire.answered import Answer, Candidate, Finding, Scan
from checker.wire.asked import (
    CheckParams,
    CheckRequest,
    Fault,
    InvalidInput,
    NoParams,
    ScanRequest,
    SuggestParams,
    SwitchParams,
    read,
)
from checker.wire.convert import answer, profile, scan, source, stamp, suggestion, switch_plan
from checker.wire.listed import (
    FaultAt,
    Health,
    Meta,
    NearProfile,
    Problem,
    Profile,
    Source,
    Suggestion,
    SwitchPlan,
)

__all__ = [
    "Answer",
    "Candidate",
    "CheckParams",
    "CheckRequest",
    "Fault",
    "FaultAt",
    "Finding",
    "Health",
    "InvalidInput",
    "Meta",
    "NearProfile",
    "NoParams",
    "Problem",
    "Profile",
    "Scan",
    "ScanRequest",
    "Source",
    "SuggestParams",
    "Suggestion",
    "SwitchParams",
    "SwitchPlan",
    "answer",
    "profile",
    "read",
    "scan",
    "source",
    "stamp",
    "suggestion",
    "switch_plan",
]
