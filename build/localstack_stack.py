"""Deploys what LocalStack can hold of a template (see localstack_template.py) as a stack, or deletes it.

  localstack_stack.py URL deploy STACK TEMPLATE [PARAMETER=VALUE …]   prints what Ref gives, by logical id, as JSON
  localstack_stack.py URL delete STACK
"""

import json
import sys

import boto3
from botocore.exceptions import ClientError, WaiterError

from localstack_template import derived
from transform_template import transformed

PATIENCE = {"Delay": 1, "MaxAttempts": 120}


def deploy(cloudformation, stack, path, *parameters):
    template = derived(transformed(path))
    values = dict(parameter.split("=", 1) for parameter in parameters)
    cloudformation.create_stack(
        StackName=stack,
        TemplateBody=json.dumps(template),
        Parameters=[
            {"ParameterKey": name, "ParameterValue": values[name]}
            for name in template.get("Parameters", {})
            if name in values
        ],
    )
    try:
        cloudformation.get_waiter("stack_create_complete").wait(StackName=stack, WaiterConfig=PATIENCE)
    except WaiterError:
        events = cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
        delete(cloudformation, stack)
        reasons = [event["ResourceStatusReason"] for event in events if "ResourceStatusReason" in event]
        raise ValueError(f"the stack can't be made: {reasons[-1] if reasons else 'no event says why'}") from None
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    made = [resource for page in pages for resource in page["StackResourceSummaries"]]
    json.dump({resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in made}, sys.stdout)


def delete(cloudformation, stack):
    cloudformation.delete_stack(StackName=stack)
    cloudformation.get_waiter("stack_delete_complete").wait(StackName=stack, WaiterConfig=PATIENCE)


def main(url, command, *words):
    cloudformation = boto3.client(
        "cloudformation",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="local",
        aws_secret_access_key="test",
    )
    try:
        {"deploy": deploy, "delete": delete}[command](cloudformation, *words)
    except (ClientError, WaiterError, ValueError) as e:
        sys.exit(f"{e}")


main(*sys.argv[1:])
