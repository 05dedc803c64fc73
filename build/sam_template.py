"""Writes target/sam: template.yaml for `sam local`, on a running local cloud.

SAM sets no environment variable that the template doesn't declare, so template.json declares those of the local
cloud; env.json has their values, which count more than what the shell may have.
"""

import json
import os

from samtranslator.yaml_helper import yaml_parse

# Paths in a template are relative to it.
PATHS = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri"}


def main(folder):
    with open(os.environ["ENDPOINTS"], encoding="utf-8") as file:
        environments = json.load(file)["environments"]
    with open("template.yaml", encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for name, resource in template["Resources"].items():
        if resource["Type"] in PATHS:
            path = PATHS[resource["Type"]]
            resource["Properties"][path] = os.path.abspath(resource["Properties"][path])
        if name in environments:
            resource["Properties"]["Environment"] = {"Variables": environments[name]}
    os.makedirs(folder, exist_ok=True)
    for name, content in {"template.json": template, "env.json": environments}.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2)


main("target/sam")
