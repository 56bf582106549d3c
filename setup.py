"""What pyproject.toml cannot say: the resources go along as a folder of desktop_app."""

from setuptools import find_packages, setup

RESOURCES = "desktop_app.resources"

setup(
    packages=[*find_packages(include=["desktop_app*", "database*"]), RESOURCES],
    package_dir={RESOURCES: "resources"},
    package_data={RESOURCES: ["**/*"]},
)
