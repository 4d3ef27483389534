"""All rows, in the order of the table."""

from . import exporting, grouping, growing, interrupting, loading, searching

ROWS = [*loading.ROWS, *searching.ROWS, *grouping.ROWS, *exporting.ROWS, *growing.ROWS,
        *interrupting.ROWS]
