package dev.shorts.emulator.sam;

import static java.util.stream.Collectors.toMap;

import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.template.BackingResources;
import dev.shorts.emulator.template.CustomResource;
import dev.shorts.emulator.template.Template;
import dev.shorts.emulator.template.TemplateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the resources of a template. */
record ResourceReader(Path root, Intrinsics intrinsics, Globals globals) {

  private static final String API = "AWS::Serverless::HttpApi";
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String LAYER = "AWS::Serverless::LayerVersion";
  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String ROLE = "AWS::IAM::Role";
  private static final String SECRET = "AWS::SecretsManager::Secret";
  private static final String CUSTOM = "Custom::";

  /** Monitoring and access from outside, which nothing here needs. */
  private static final Set<String> IGNORED =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Logs::LogGroup",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::Topic",
          "AWS::SQS::QueuePolicy");

  /** One resource with its properties. */
  private record Resource(String id, String type, Properties properties) {}

  Template read(Map<String, Object> written) {
    List<Resource> resources =
        written.entrySet().stream()
            .flatMap(entry -> resource(entry.getKey(), entry.getValue()).stream())
            .toList();
    resources.forEach(ResourceReader::requireKnownType);
    var apis = of(API, resources).stream().map(api -> ApiReader.read(api.properties())).toList();
    if (apis.size() != 1) {
      throw new TemplateException("the local cloud needs one %s, not %d", API, apis.size());
    }
    Map<String, Path> layers =
        of(LAYER, resources).stream().collect(toMap(Resource::id, this::layer));
    var functions = new ArrayList<FunctionSettings>();
    var events = new EventReader(apis.getFirst());
    for (Resource resource : of(FUNCTION, resources)) {
      functions.add(new FunctionReader(root, layers).read(resource.id(), resource.properties()));
      events.read(resource.id(), resource.properties());
    }
    var template =
        new Template(
            apis.getFirst(),
            functions,
            events.events(),
            backing(resources),
            of(ROLE, resources).stream()
                .map(role -> RoleReader.read(role.id(), role.properties()))
                .toList(),
            layers,
            resources.stream()
                .filter(resource -> resource.type().startsWith(CUSTOM))
                .map(ResourceReader::customResource)
                .toList());
    resources.forEach(resource -> resource.properties().requireAllKnown());
    return template;
  }

  private static BackingResources backing(List<Resource> resources) {
    return new BackingResources(
        of(QUEUE, resources).stream()
            .map(queue -> QueueReader.read(queue.id(), queue.properties()))
            .sorted(Comparator.comparing(queue -> queue.redrive().isPresent()))
            .toList(),
        of(BUCKET, resources).stream().map(ResourceReader::bucket).toList(),
        of(SECRET, resources).stream()
            .map(secret -> GeneratedSecretReader.read(secret.id(), secret.properties()))
            .toList());
  }

  private Optional<Resource> resource(String id, Object written) {
    var resource = new Properties(id, written, intrinsics);
    // The emulator starts in its own order, and nothing outlives it.
    resource.ignore("DeletionPolicy", "DependsOn", "Metadata", "UpdateReplacePolicy");
    String type = resource.text("Type");
    Object properties = globals.merged(type, resource.asWritten("Properties"));
    boolean wanted = resource.optionalText("Condition").map(intrinsics::condition).orElse(true);
    resource.requireAllKnown();
    return wanted && !IGNORED.contains(type)
        ? Optional.of(
            new Resource(id, type, new Properties(id + " (" + type + ")", properties, intrinsics)))
        : Optional.empty();
  }

  private static void requireKnownType(Resource resource) {
    String type = resource.type();
    if (!List.of(API, BUCKET, FUNCTION, LAYER, QUEUE, ROLE, SECRET).contains(type)
        && !type.startsWith(CUSTOM)) {
      throw new TemplateException(
          "%s: the local cloud doesn't know the type %s", resource.id(), type);
    }
  }

  private static List<Resource> of(String type, List<Resource> resources) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  private Path layer(Resource layer) {
    // For the console, and for machines other than this one.
    layer
        .properties()
        .ignore("CompatibleArchitectures", "CompatibleRuntimes", "Description", "LayerName");
    layer.properties().ignore("LicenseInfo", "RetentionPolicy");
    return root.resolve(layer.properties().text("ContentUri"));
  }

  private static String bucket(Resource bucket) {
    // The bucket is a folder that is deleted when the emulator stops.
    bucket.properties().ignore("BucketEncryption", "LifecycleConfiguration", "OwnershipControls");
    bucket.properties().ignore("PublicAccessBlockConfiguration", "Tags");
    return bucket.id();
  }

  private static CustomResource customResource(Resource resource) {
    Properties properties = resource.properties();
    String function = properties.text("ServiceToken");
    // ServiceTimeout is among the properties; the function's own time-out ends it here.
    return new CustomResource(
        resource.id(),
        resource.type(),
        function.substring(function.lastIndexOf(':') + 1),
        properties.all());
  }
}
