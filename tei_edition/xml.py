"""Safe reading of XML: nothing is fetched, nothing is expanded without bound, nothing raises.

A file that cannot be read gives diagnostics instead of a tree, so that one bad file never hides
another. Exact places come from a second, cheap pass (`Positions`), made only for files that have
something to report, because lxml knows neither columns nor where a start tag begins.
"""
