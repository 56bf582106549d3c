"""The data file: schema, migrations, rows in and out, copies of it. Nothing else knows SQL."""
