"""Prints what CloudFormation would make of a SAM template: AWS's own transform, here, without an account."""

import json
import os
import sys

# The transform asks for the region's name only; nothing is called.
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse
from yaml import YAMLError

# `sam package` puts these files into a bucket and their addresses into the template.
PACKAGED = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri"}


class NoManagedPolicies:
    """We name no policy of AWS's; a name we did use would be refused as unknown."""

    def load(self):
        return {}


def packaged(template):
    for resource in template.get("Resources", {}).values():
        file = PACKAGED.get(resource.get("Type"))
        path = resource.get("Properties", {}).get(file)
        if isinstance(path, str) and not path.startswith("s3://"):
            resource["Properties"][file] = "s3://packaged/" + path
    return template


def transformed(path):
    """Ends with a line for each fault."""
    try:
        with open(path, encoding="utf-8") as file:
            return transform(packaged(yaml_parse(file.read())), {}, NoManagedPolicies())
    except YAMLError as e:
        faults([e])
    except InvalidDocumentException as e:
        faults(cause.message for cause in e.causes)


def faults(messages):
    for message in messages:
        print("transform:", " ".join(str(message).split()), file=sys.stderr)
    sys.exit(1)


if __name__ == "__main__":
    json.dump(transformed(sys.argv[1]), sys.stdout, indent=2)
