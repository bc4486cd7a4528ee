"""What all tables of `edition.toml` have in common."""

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A table of the file: immutable, and no key but the declared ones."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        validate_by_name=True,
        validate_by_alias=True,
    )
