package com.anycompany.shop.frontend.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Template resolver that applies {@link ConstantFolding} to each template; the engine keeps the result parsed. */
final class FoldingTemplateResolver extends SpringResourceTemplateResolver {

    private final ConstantFolding constants;

    FoldingTemplateResolver(ConstantFolding constants) {
        this.constants = constants;
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            String ownerTemplate,
            String template,
            String resourceName,
            String characterEncoding,
            Map<String, Object> resolutionAttributes) {
        ITemplateResource file = super.computeTemplateResource(
                configuration, ownerTemplate, template, resourceName, characterEncoding, resolutionAttributes);
        return file.exists() ? new StringTemplateResource(constants.fold(text(file))) : file;
    }

    private static String text(ITemplateResource file) {
        try (Reader reader = new BufferedReader(file.reader())) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
