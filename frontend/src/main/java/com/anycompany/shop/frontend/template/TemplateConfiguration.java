package com.anycompany.shop.frontend.template;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;

/** Thymeleaf's template resolver, link builder and dialect (docs/adr/055-fast-storefront.md). */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    static StorefrontLinks storefrontLinks(ObjectProvider<ResourceUrlProvider> files, ApplicationContext application) {
        return new StorefrontLinks(files, application);
    }

    /** Has the name of Spring Boot's resolver, and takes its place. */
    @Bean
    FoldingTemplateResolver defaultTemplateResolver(
            ThymeleafProperties properties,
            StorefrontLinks links,
            MessageSource messages,
            @Value("${spring.web.locale}") Locale locale) {
        FoldingTemplateResolver resolver = new FoldingTemplateResolver(new ConstantFolding(
                key -> messages.getMessage(key, null, locale),
                path -> StorefrontLinks.isStatic(path) ? links.versioned(path) : path));
        resolver.setPrefix(properties.getPrefix());
        resolver.setSuffix(properties.getSuffix());
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(properties.getEncoding().name());
        resolver.setCacheable(properties.isCache());
        return resolver;
    }

    /** Without cached templates, as while templates are worked on, no fragments are kept either. */
    @Bean
    IDialect cachedFragments(
            ThymeleafProperties properties, @Value("${shop.fragment-cache.max-size}") DataSize maxSize) {
        return new CachedFragments(new FragmentCache(properties.isCache() ? maxSize.toBytes() / 2 : 0));
    }

    @Bean
    static BeanPostProcessor linksOfTheEngine(ObjectProvider<StorefrontLinks> links) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof SpringTemplateEngine engine) {
                    engine.setLinkBuilder(links.getObject());
                }
                return bean;
            }
        };
    }
}
