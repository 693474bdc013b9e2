from fabula.annotators.naming.person import Person


def test_gender_is_said_only_where_the_evidence_is_clear() -> None:
    assert Person("e1", he=2.5).gender == "he"
    assert Person("e1", she=4.0, he=1.0).gender == "she"
    assert Person("e1", he=1.0).gender is None
    assert Person("e1", he=3.0, she=2.0).gender is None
