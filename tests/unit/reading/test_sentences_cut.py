"""Where sentences end."""

from jirga.reading.sentences import sentences


def test_the_full_stop_of_urdu_and_the_question_mark_of_arabic_letters_end_a_sentence():
    text = "طورخم سرحد بند ہے۔ کیا یہ کھلے گی؟ حکام نے کہا نہیں۔"
    found = sentences(text)
    assert [one.text[-1] for one in found] == ["۔", "؟", "۔"]
    assert all(text[one.start : one.end] == one.text for one in found)
