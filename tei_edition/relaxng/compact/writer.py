"""Writing the compact syntax."""


def write(root: object) -> str:
    raise NotImplementedError
