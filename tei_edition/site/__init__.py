"""The site: which pages there are (`plan`), what each shows, and how they are rendered.

Nothing is imported here: a worker process that only renders must not load what plans the pages.
"""
