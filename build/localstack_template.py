"""Prints what of a template LocalStack can hold without Docker: its buckets, queues and rules, as SAM makes them.

A rule sends its events to a queue of its own, since a stack with a function needs Docker there, and every minute.
Nothing else is changed.
"""

import copy
import json
import re
import sys

from transform_template import transformed

RULE = "AWS::Events::Rule"
TAKEN = {RULE, "AWS::S3::Bucket", "AWS::S3::BucketPolicy", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy"}


def derived(template):
    """Of a transformed template."""
    resources = {}
    for name, resource in template["Resources"].items():
        if resource["Type"] in TAKEN:
            resources[name] = copy.deepcopy(resource)
    for name, rule in list(resources.items()):
        if rule["Type"] == RULE:
            resources |= queue_for(name, rule)
    for resource in resources.values():
        drop_order(resource, resources)
    left = {name for name in template["Resources"] if name not in resources} & referred(resources)
    if left:
        raise ValueError(f"buckets, queues and rules refer to {', '.join(sorted(left))}, which LocalStack doesn't get")
    return {"AWSTemplateFormatVersion": "2010-09-09", **needed(template, resources), "Resources": resources}


def queue_for(name, rule):
    """Turns a rule to a queue of its own; the queue, and the permission that EventBridge needs on AWS too."""
    queue = name + "Queue"
    arn = {"Fn::GetAtt": [queue, "Arn"]}
    rule["Properties"]["ScheduleExpression"] = "rate(1 minute)"
    for target in rule["Properties"]["Targets"]:
        target["Arn"] = arn
    may_send = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": [name, "Arn"]}}},
    }
    policy = {"Queues": [{"Ref": queue}], "PolicyDocument": {"Version": "2012-10-17", "Statement": [may_send]}}
    when = {"Condition": rule["Condition"]} if "Condition" in rule else {}
    return {
        queue: {"Type": "AWS::SQS::Queue", **when},
        queue + "Policy": {"Type": "AWS::SQS::QueuePolicy", **when, "Properties": policy},
    }


def drop_order(resource, resources):
    """What isn't there needs no waiting for."""
    names = resource.pop("DependsOn", [])
    names = [name for name in ([names] if isinstance(names, str) else names) if name in resources]
    if names:
        resource["DependsOn"] = names


def needed(template, resources):
    """The parameters and conditions that resources refer to, directly or not."""
    conditions, parameters = template.get("Conditions", {}), template.get("Parameters", {})
    names, more = set(), referred(resources)
    while more:
        names |= more
        more = referred([conditions[name] for name in more if name in conditions]) - names
    sections = {
        "Parameters": {name: parameter for name, parameter in parameters.items() if name in names},
        "Conditions": {name: condition for name, condition in conditions.items() if name in names},
    }
    return {name: section for name, section in sections.items() if section}


def referred(part):
    """All names to which a part of a template refers, and perhaps some that are no names."""
    if isinstance(part, list):
        return set().union(*map(referred, part))
    if not isinstance(part, dict):
        return set()
    names = referred(list(part.values()))
    for key, value in part.items():
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and key in ("Ref", "Condition", "Fn::GetAtt", "Fn::If"):
            names.add(first.split(".")[0])
        elif isinstance(first, str) and key == "Fn::Sub":
            names |= {name.split(".")[0] for name in re.findall(r"\$\{([^}!]+)}", first)}
    return names


if __name__ == "__main__":
    json.dump(derived(transformed(sys.argv[1])), sys.stdout, indent=2)
