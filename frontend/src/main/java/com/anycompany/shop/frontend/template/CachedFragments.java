package com.anycompany.shop.frontend.template;

import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Thymeleaf dialect with one attribute: the body of an element is another template, which shows one model and is the same for
 * everybody.
 *
 * <pre>
 * &lt;ul class="grid" shop:fragment="product/grid" shop:model="${featured}">&lt;/ul>
 * </pre>
 *
 * The template reads {@code model} and nothing else: it is rendered without request, session and other variables, so nothing of one
 * shopper can get into a fragment that another one is shown.
 */
final class CachedFragments extends AbstractProcessorDialect {

    private static final String PREFIX = "shop";

    private final FragmentCache cache;

    CachedFragments(FragmentCache cache) {
        super("Cached fragments", PREFIX, 1000);
        this.cache = cache;
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Body(dialectPrefix, cache));
    }

    private static final class Body extends AbstractAttributeTagProcessor {

        /** After conditions and loops of the same element, before the attributes of its tag. */
        private static final int PRECEDENCE = 500;

        private final String modelAttribute;
        private final FragmentCache cache;

        Body(String prefix, FragmentCache cache) {
            super(TemplateMode.HTML, prefix, null, false, "fragment", true, PRECEDENCE, true);
            this.modelAttribute = prefix + ":model";
            this.cache = cache;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String template,
                IElementTagStructureHandler structure) {
            Object model = model(context, tag.getAttributeValue(modelAttribute), template);
            structure.removeAttribute(modelAttribute);
            structure.setBody(cache.get(template, model, () -> rendered(template, model, context)), false);
        }

        private Object model(ITemplateContext context, @Nullable String expression, String template) {
            IEngineConfiguration configuration = context.getConfiguration();
            Object model = expression == null
                    ? null
                    : StandardExpressions.getExpressionParser(configuration)
                            .parseExpression(context, expression)
                            .execute(context);
            if (model == null) {
                throw new IllegalArgumentException("The fragment " + template + " needs a model: " + modelAttribute
                        + "=\"${…}\" is missing or null");
            }
            return model;
        }

        private static String rendered(String template, Object model, ITemplateContext context) {
            StringWriter html = new StringWriter();
            context.getConfiguration()
                    .getTemplateManager()
                    .parseAndProcess(
                            new TemplateSpec(template, TemplateMode.HTML),
                            new Context(context.getLocale(), Map.of("model", model)),
                            html);
            return html.toString();
        }
    }
}
