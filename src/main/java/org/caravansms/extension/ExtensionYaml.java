package org.caravansms.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.apache.camel.dsl.yaml.common.YamlDeserializationContext;
import org.apache.camel.dsl.yaml.common.YamlDeserializerResolver;
import org.apache.camel.dsl.yaml.common.YamlDeserializerSupport;
import org.apache.camel.dsl.yaml.common.exception.YamlDeserializationException;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.spi.CamelContextCustomizer;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Camel's reader of YAML for one file. It makes no bean: while it reads a changed file, the routes of the old one run
 * with theirs. It refuses keys that Camel would skip, and those that change more than the file's own routes.
 */
final class ExtensionYaml extends YamlRoutesBuilderLoader {

    private static final Set<String> KEYS = Set.of(
            "beans",
            "errorHandler",
            "from",
            "intercept",
            "interceptFrom",
            "onCompletion",
            "onException",
            "route",
            "routeConfiguration",
            "routeTemplate",
            "templatedRoute");

    private final List<BeanFactoryDefinition<?>> beans = new ArrayList<>();
    private final ItemLines lines = new ItemLines();

    private ExtensionYaml(CamelContext context) {
        setCamelContext(context);
    }

    /** @throws Exception with the line of the fault where it is YAML's */
    static ExtensionDefinitions read(CamelContext context, ExtensionFile file) throws Exception {
        if (file.isEmpty()) {
            throw ExtensionFault.at(
                    ExtensionFault.NO_LINE, "the file is empty and has no routes; remove it to stop those of before");
        }
        ExtensionYaml reader = new ExtensionYaml(context);
        Resource text = ResourceHelper.fromBytes(file.location(), file.octets());
        return new ExtensionDefinitions(
                file, (RouteConfigurationBuilder) reader.loadRoutesBuilder(text), reader.beans, reader.lines);
    }

    @Override
    protected YamlDeserializationContext newYamlDeserializationContext(LoadSettings settings, Resource resource) {
        YamlDeserializationContext context = super.newYamlDeserializationContext(settings, resource);
        context.addResolver(new BeanDefinitions());
        return context;
    }

    @Override
    protected RouteBuilder builder(YamlDeserializationContext context, Node root) {
        if (!(root instanceof SequenceNode items)) {
            throw new YamlDeserializationException(root, "A list is expected, such as - route: with its keys below");
        }
        items.getValue().forEach(this::check);
        return super.builder(context, root);
    }

    private void check(Node item) {
        for (NodeTuple entry : YamlDeserializerSupport.asMappingNode(item).getValue()) {
            String key = YamlDeserializerSupport.asText(entry.getKeyNode());
            if (!KEYS.contains(key)) {
                throw new YamlDeserializationException(
                        item, key + " does not stand here; a file of extensions/ may have " + known());
            }
            lines.add(key, item);
        }
    }

    private static String known() {
        return String.join(", ", KEYS.stream().sorted().toList());
    }

    /** Collects the definitions of beans in place of the reader that makes them. */
    private final class BeanDefinitions implements YamlDeserializerResolver {

        @Override
        public int getOrder() {
            return ORDER_HIGHEST;
        }

        @Override
        public ConstructNode resolve(String id) {
            return id.equals("beans") ? this::construct : null;
        }

        private CamelContextCustomizer construct(Node list) {
            Object context = list.getProperty(YamlDeserializationContext.class.getName());
            YamlDeserializerSupport.asSequenceNode(list).getValue().forEach(item -> {
                YamlDeserializerSupport.setDeserializationContext(item, (YamlDeserializationContext) context);
                beans.add(definition(item));
                lines.add("bean", item);
            });
            return camel -> {};
        }

        private BeanFactoryDefinition<?> definition(Node item) {
            BeanFactoryDefinition<?> bean = YamlDeserializerSupport.asType(item, BeanFactoryDefinition.class);
            if (bean.getName() == null || bean.getType() == null) {
                throw new YamlDeserializationException(item, "A bean needs a name and a type");
            }
            return bean;
        }
    }
}
