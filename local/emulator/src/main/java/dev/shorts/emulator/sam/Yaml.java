package dev.shorts.emulator.sam;

import dev.shorts.emulator.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Parses CloudFormation's YAML into maps, lists, text and booleans, and expands its short forms
 * ({@code !Ref x} to {@code Ref: x}). Numbers stay text, which CloudFormation treats alike.
 */
public final class Yaml {

  private Yaml() {}

  public static Map<String, Object> read(String name, String text) {
    try {
      Node root =
          new Compose(LoadSettings.builder().setLabel(name).build())
              .composeString(text)
              .orElseThrow(() -> new TemplateException("%s is empty", name));
      if (root instanceof MappingNode mapping) {
        return map(mapping);
      }
      throw new TemplateException("%s is no template", name);
    } catch (MarkedYamlEngineException e) {
      throw new TemplateException(
          "%s is no YAML: %s (line %d)",
          name, e.getProblem(), e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0));
    }
  }

  private static Object value(Node node) {
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? longForm(tag.substring(1), plain(node)) : plain(node);
  }

  private static Map<String, Object> longForm(String name, Object argument) {
    return switch (name) {
      case "Ref", "Condition" -> Map.of(name, argument);
      case "GetAtt" ->
          Map.of(
              "Fn::GetAtt",
              argument instanceof String text
                  ? List.of((Object[]) text.split("\\.", 2))
                  : argument);
      default -> Map.of("Fn::" + name, argument);
    };
  }

  private static Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> map(mapping);
      case SequenceNode sequence -> sequence.getValue().stream().map(Yaml::value).toList();
      case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) ->
          Boolean.valueOf(scalar.getValue());
      case ScalarNode scalar -> scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
      default -> throw new TemplateException("an alias in a template: %s", node);
    };
  }

  private static Map<String, Object> map(MappingNode node) {
    var map = new LinkedHashMap<String, Object>();
    var doubled = new ArrayList<String>();
    for (var entry : node.getValue()) {
      String key = ((ScalarNode) entry.getKeyNode()).getValue();
      if (map.put(key, value(entry.getValueNode())) != null) {
        doubled.add(key);
      }
    }
    if (!doubled.isEmpty()) {
      throw new TemplateException("%s stands twice in one place", doubled.getFirst());
    }
    return map;
  }
}
