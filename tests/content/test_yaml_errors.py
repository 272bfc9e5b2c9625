import pytest
import yaml

from build_tools.content.yaml_errors import unreadable


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('lead: x\nside: "Loose" is what they say.', 2, "words stand behind the closing quote"),
        ("side: 'Loose' is what they say.\nlead: x", 1, "words stand behind the closing quote"),
        ('lead: "See page \\d"', 1, "a backslash in double quotes changes what follows"),
        ('side: "Loose\nlead: x', 1, "a quote is opened here and never closed"),
        ("lead: *bold* words", 1, "a value starts with '*'"),
        ("lead: a: b", 1, "a ': ' stands inside a value here"),
        ("lead: [a, b", 1, "a '[' list is opened here and never closed"),
    ],
)
def test_a_mistake_is_told_where_it_began_with_its_cure(text, line, said):
    with pytest.raises(yaml.YAMLError) as found:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    error = unreadable(found.value, text, 1)
    assert error.message.startswith(said)
    assert error.line == line
