SELECT input, field, rows, filled, percent(filled, rows) AS filled_percent FROM fields_filled
