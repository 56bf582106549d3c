"""What pyproject.toml cannot say: resources and guide go along as folders of desktop_app."""

from setuptools import find_packages, setup

RESOURCES, GUIDE = "desktop_app.resources", "desktop_app.guide"

setup(
    packages=[*find_packages(include=["desktop_app*", "database*"]), RESOURCES, GUIDE],
    package_dir={RESOURCES: "resources", GUIDE: "docs/huong-dan"},
    package_data={RESOURCES: ["**/*"], GUIDE: ["**/*"]},
)
