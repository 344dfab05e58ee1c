"""moto's server (5.2) with its CloudFormation repaired as far as this project's templates need it.

    python3 moto_repaired.py -H 127.0.0.1 -p 5000

Each repair is one function that says what moto does without it. Nothing here loosens what CloudFormation asks for.
"""

import ipaddress
import json
import os
import sys
import threading
import uuid

import boto3
import moto.cloudformation.models as cloudformation
import moto.cloudformation.parsing as parsing
import moto.dynamodb.models.table as dynamodb
import moto.ec2.models as ec2
import moto.ec2.models.route_tables as route_tables
import moto.ec2.models.subnets as subnets
import moto.ec2.models.vpcs as vpcs
import moto.ecs.models as ecs
import moto.iam.models as iam
import moto.ssm.models as ssm
from moto.core.common_models import CloudFormationModel
from moto.server import main


def split_cidr_blocks():
    """Fn::Cidr is unknown to moto, and stays in the properties as it was written."""
    original = parsing.clean_json

    def clean(value, resources):
        if isinstance(value, dict) and set(value) == {"Fn::Cidr"}:
            block, count, host_bits = clean(value["Fn::Cidr"], resources)
            network = ipaddress.ip_network(block)
            blocks = [str(subnet) for _, subnet in zip(range(int(count)), network.subnets(new_prefix=32 - int(host_bits)))]
            if len(blocks) < int(count):
                raise parsing.ValidationError(message=f"Template error: Fn::Cidr: {block} has no {count} blocks")
            return blocks
        return original(value, resources)

    parsing.clean_json = clean


def give_zones_of_the_stacks_region():
    """Fn::GetAZs of nothing gives the zones of us-east-1, wherever the stack is."""
    original = parsing.clean_json

    def clean(value, resources):
        if isinstance(value, dict) and value.get("Fn::GetAZs") == "":
            value = {"Fn::GetAZs": resources["AWS::Region"]}
        return original(value, resources)

    parsing.clean_json = clean


def drop_missing_list_elements():
    """AWS::NoValue in a list leaves a None there; CloudFormation leaves the element out."""
    original = parsing.clean_json

    def clean(value, resources):
        cleaned = original(value, resources)
        return [element for element in cleaned if element is not None] if isinstance(cleaned, list) else cleaned

    parsing.clean_json = clean


def compare_conditions_as_text():
    """Parameters of type Number become Python numbers, and are then unequal to the same number as text."""
    original = parsing.parse_condition

    def parse(condition, resources, conditions):
        if isinstance(condition, dict) and "Fn::Equals" in condition:
            first, second = (parsing.clean_json(value, resources) for value in condition["Fn::Equals"])
            return str(first) == str(second)
        return original(condition, resources, conditions)

    parsing.parse_condition = parse


def read_condition_tags():
    """The tag !Condition in YAML is read as a function Fn::Condition, which moto then takes for false."""
    original = parsing.parse_condition

    def parse(condition, resources, conditions):
        if isinstance(condition, dict):
            if "Fn::Condition" in condition:
                return conditions[condition["Fn::Condition"]]
            if set(condition) & {"Fn::And", "Fn::Or", "Fn::Not"}:
                (operator, operands), = condition.items()
                return original({operator: [parse(operand, resources, conditions) for operand in operands]}, resources, conditions)
        return original(condition, resources, conditions)

    parsing.parse_condition = parse


def take_parameter_tags_as_map():
    """An SSM parameter's tags are a map in CloudFormation; moto takes a list alone. A numeric value must become text."""
    original = ssm.Parameter.create_from_cloudformation_json.__func__

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = dict(cloudformation_json["Properties"])
        properties["Value"] = str(properties["Value"])
        properties["Tags"] = [{"Key": key, "Value": value} for key, value in properties.get("Tags", {}).items()]
        return original(cls, resource_name, {**cloudformation_json, "Properties": properties}, account_id, region_name, **kwargs)

    ssm.Parameter.create_from_cloudformation_json = classmethod(create)


def keep_whole_task_definitions():
    """Of a task definition moto keeps family, containers, volumes and memory alone."""

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]

        def lower(name, absent):
            return ecs.remap_nested_keys(properties[name], ecs.pascal_to_camelcase) if name in properties else absent

        return ecs.ecs_backends[account_id][region_name].register_task_definition(
            family=properties["Family"],
            container_definitions=lower("ContainerDefinitions", []),
            volumes=lower("Volumes", []),
            tags=lower("Tags", None),
            network_mode=properties.get("NetworkMode"),
            requires_compatibilities=properties.get("RequiresCompatibilities"),
            cpu=properties.get("Cpu"),
            memory=properties.get("Memory"),
            task_role_arn=properties.get("TaskRoleArn"),
            execution_role_arn=properties.get("ExecutionRoleArn"),
            runtime_platform=lower("RuntimePlatform", None),
        )

    ecs.TaskDefinition.create_from_cloudformation_json = classmethod(create)


def run_tasks_without_container_memory():
    """RunTask fails where only the task has a memory limit, which is enough on Fargate."""
    original = ecs.EC2ContainerServiceBackend._calculate_task_resource_requirements

    def calculate(task_definition):
        for container in task_definition.container_definitions:
            if not {"memory", "Memory", "memoryReservation", "MemoryReservation"} & set(container):
                container["memoryReservation"] = 0
        return original(task_definition)

    ecs.EC2ContainerServiceBackend._calculate_task_resource_requirements = staticmethod(calculate)


def answer_network_attributes():
    """A subnet's zone and a VPC's default security group cannot be asked for with Fn::GetAtt."""

    def extend(model, name, answer):
        original_has, original_get = model.has_cfn_attr.__func__, model.get_cfn_attribute
        model.has_cfn_attr = classmethod(lambda cls, attribute: attribute == name or original_has(cls, attribute))
        model.get_cfn_attribute = lambda self, attribute: answer(self) if attribute == name else original_get(self, attribute)

    def default_group(vpc):
        groups = ec2.ec2_backends[vpc.owner_id][vpc.region].groups[vpc.id].values()
        return next(group.id for group in groups if group.name == "default")

    extend(subnets.Subnet, "AvailabilityZone", lambda subnet: subnet.availability_zone)
    extend(vpcs.VPC, "DefaultSecurityGroup", default_group)


def keep_network_properties():
    """A VPC's DNS attributes and a subnet's way with public addresses are dropped; a task then finds no DNS name."""

    def extend(model, names):
        original = model.create_from_cloudformation_json.__func__

        def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
            created = original(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)
            for name, (attribute, convert) in names.items():
                if name in cloudformation_json["Properties"]:
                    setattr(created, attribute, convert(str(cloudformation_json["Properties"][name]).lower() == "true"))
            return created

        model.create_from_cloudformation_json = classmethod(create)

    extend(vpcs.VPC, {"EnableDnsSupport": ("enable_dns_support", bool), "EnableDnsHostnames": ("enable_dns_hostnames", bool)})
    extend(subnets.Subnet, {"MapPublicIpOnLaunch": ("map_public_ip_on_launch", lambda value: str(value).lower())})


class Recorded(CloudFormationModel):
    """A resource of a type that moto has no model for: it is created, has an id and an ARN, and does nothing."""

    __module__ = "moto.repaired.models"  # moto files each model under the second part of its module's name

    def __init__(self, physical_id, arn, properties):
        self.physical_id = physical_id
        self.arn = arn
        self.properties = properties

    @property
    def physical_resource_id(self):
        return self.physical_id

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "Arn"

    def get_cfn_attribute(self, attribute_name):
        return self.arn

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        service = kwargs["ResourceType"].split("::")[1].lower()
        name = f"{kwargs['LogicalId']}-{uuid.uuid4().hex[:12]}"
        json.dumps(cloudformation_json)  # what cannot be written was not resolved
        return cls(name, f"arn:aws:{service}:{region_name}:{account_id}:{name}", cloudformation_json.get("Properties", {}))

    def delete(self, account_id, region_name):
        """Nothing was made."""


def record_unmodelled_types():
    """Alarms and bucket policies are passed over in silence, and a reference to one fails."""
    original = parsing.resource_class_from_type
    recorded = {"AWS::CloudWatch::Alarm", "AWS::S3::BucketPolicy"}
    parsing.resource_class_from_type = lambda name: Recorded if name in recorded else original(name)


def keep_policies_as_json():
    """The inline policies of a role and the policy of a VPC endpoint are kept as Python writes a dictionary."""
    original_put = iam.Role.put_policy
    original_create = vpcs.VPCEndPoint.create_from_cloudformation_json.__func__

    def text(policy):
        return policy if isinstance(policy, str) else json.dumps(policy, default=str)

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = dict(cloudformation_json["Properties"])
        if "PolicyDocument" in properties:
            properties["PolicyDocument"] = text(properties["PolicyDocument"])
        return original_create(cls, resource_name, {**cloudformation_json, "Properties": properties}, account_id, region_name, **kwargs)

    iam.Role.put_policy = lambda self, name, policy: original_put(self, name, text(policy))
    vpcs.VPCEndPoint.create_from_cloudformation_json = classmethod(create)


def make_tables_in_the_real_server():
    """A table is moto's own. Where DYNAMODB_ENDPOINT names another server, CloudFormation makes and deletes it there too."""
    endpoint = os.environ.get("DYNAMODB_ENDPOINT")
    if not endpoint:
        return
    create_in_moto = dynamodb.Table.create_from_cloudformation_json.__func__
    delete_in_moto = dynamodb.Table.delete_from_cloudformation_json.__func__
    known = ("KeySchema", "AttributeDefinitions", "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexes", "Tags")

    def server(region_name):
        return boto3.client("dynamodb", endpoint_url=endpoint, region_name=region_name, aws_access_key_id="inside", aws_secret_access_key="inside")

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        table = {name: properties[name] for name in known if properties.get(name)}
        protected = str(properties.get("DeletionProtectionEnabled", False)).lower() == "true"
        server(region_name).create_table(TableName=resource_name, DeletionProtectionEnabled=protected, **table)
        return create_in_moto(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)

    def delete(cls, resource_name, cloudformation_json, account_id, region_name):
        client = server(region_name)
        try:
            client.delete_table(TableName=resource_name)
        except client.exceptions.ResourceNotFoundException:
            pass  # somebody deleted it before
        delete_in_moto(cls, resource_name, cloudformation_json, account_id, region_name)

    dynamodb.Table.create_from_cloudformation_json = classmethod(create)
    dynamodb.Table.delete_from_cloudformation_json = classmethod(delete)


def refuse_unknown_types():
    """A type that does not exist is passed over with a warning; CloudFormation refuses the template."""
    original = parsing.resource_class_from_type

    def find(name):
        found = original(name)
        if found is None:
            raise parsing.ValidationError(message=f"Template format error: Unrecognized resource types: [{name}]")
        return found

    parsing.resource_class_from_type = find


def finish_change_sets():
    """A stack made or updated by a change set keeps no outputs, parameters and tags, and one whose update fails stays half-way."""
    original = cloudformation.CloudFormationBackend.execute_change_set

    def remove_what_was_created(resources):
        for body in resources._resource_json_map.values():
            if body.get("DeletionPolicy") == "RetainExceptOnCreate":
                body["DeletionPolicy"] = "Delete"
        resources.delete()
        resources._resource_json_map = {}  # what is asked for would be created now

    def execute(backend, change_set_name, stack_name=None):
        change_set = backend.describe_change_set(change_set_name)
        stack = backend.stacks[change_set.stack_id]
        try:
            original(backend, change_set_name, stack_name)
        except Exception as failure:  # whatever a resource's model raises is that resource's failure
            created = change_set.change_set_type == "CREATE"
            reason = getattr(failure, "message", None) or str(failure)
            stack.status = "ROLLBACK_COMPLETE" if created else "UPDATE_ROLLBACK_COMPLETE"
            stack._add_stack_event("ROLLBACK_IN_PROGRESS" if created else "UPDATE_ROLLBACK_IN_PROGRESS", resource_status_reason=reason)
            if created:
                remove_what_was_created(stack.resource_map)
            stack._add_stack_event(stack.status)
            return
        stack.parameters = change_set.parameters
        stack.tags = change_set.tags or {}
        stack.template = change_set.template
        stack._parse_template()
        stack.output_map = stack._create_output_map()

    cloudformation.CloudFormationBackend.execute_change_set = execute


def keep_retained_resources():
    """The deletion policy RetainExceptOnCreate is passed over."""
    original = parsing.ResourceMap.delete

    def delete(resources):
        for body in resources._resource_json_map.values():
            if body.get("DeletionPolicy") == "RetainExceptOnCreate":
                body["DeletionPolicy"] = "Retain"  # the one that moto knows; a stack that is deleted was created
        original(resources)

    parsing.ResourceMap.delete = delete


def delete_what_has_no_deletion():
    """Route tables and clusters stay when their stack goes, and a VPC with a route table then cannot go."""

    def delete_route_table(table, account_id, region):
        backend = ec2.ec2_backends[account_id][region]
        backend.get_route_table(table.id)._associations.clear()
        backend.delete_route_table(table.id)

    route_tables.RouteTable.delete = delete_route_table
    ecs.Cluster.delete = lambda cluster, account_id, region: ecs.ecs_backends[account_id][region].delete_cluster(cluster.name)


def read_deletion_protection():
    """A table's deletion protection is on for the text "false", which is how a parameter gives it."""
    original = dynamodb.Table.create_from_cloudformation_json.__func__

    def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = dict(cloudformation_json["Properties"])
        properties["DeletionProtectionEnabled"] = str(properties.get("DeletionProtectionEnabled", False)).lower() == "true"
        return original(cls, resource_name, {**cloudformation_json, "Properties": properties}, account_id, region_name, **kwargs)

    dynamodb.Table.create_from_cloudformation_json = classmethod(create)


REPAIRS = [
    split_cidr_blocks,
    give_zones_of_the_stacks_region,
    drop_missing_list_elements,
    compare_conditions_as_text,
    read_condition_tags,
    take_parameter_tags_as_map,
    keep_whole_task_definitions,
    run_tasks_without_container_memory,
    answer_network_attributes,
    keep_network_properties,
    record_unmodelled_types,
    keep_policies_as_json,
    make_tables_in_the_real_server,
    refuse_unknown_types,
    finish_change_sets,
    keep_retained_resources,
    delete_what_has_no_deletion,
    read_deletion_protection,
]


def end_with_the_input():
    """Whoever started this holds the other end of the standard input; when they are gone, even killed, this must be too."""
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    if "--until-input-ends" in sys.argv:
        sys.argv.remove("--until-input-ends")
        threading.Thread(target=end_with_the_input, daemon=True).start()
    for repair in REPAIRS:
        repair()
    main(sys.argv[1:])
