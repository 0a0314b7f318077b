package com.anycompany.shop.frontend.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Link builder for templates: addresses of static files get the hash of their content, which is looked up once; other addresses
 * stay as they are, since there are no sessions to encode.
 *
 * <p>It needs no request, as the storefront is always at the root of its host. So fragments can be rendered without one.
 */
final class StorefrontLinks extends StandardLinkBuilder implements SmartInitializingSingleton {

    private static final String[] STATIC_FOLDERS = {"/css/", "/js/", "/images/"};

    /** The catalog names the pictures; more than a catalog has aren't kept. */
    private static final int MOST = 5_000;

    private final ObjectProvider<ResourceUrlProvider> files;
    private final Map<String, String> versioned = new ConcurrentHashMap<>();

    private final ApplicationContext application;

    StorefrontLinks(ObjectProvider<ResourceUrlProvider> files, ApplicationContext application) {
        this.files = files;
        this.application = application;
    }

    /** Before the first request: a link without the hash would be kept. Spring itself looks for the files only afterwards. */
    @Override
    public void afterSingletonsInstantiated() {
        files.ifAvailable(provider -> provider.onApplicationEvent(new ContextRefreshedEvent(application)));
    }

    @Override
    protected String computeContextPath(
            IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
        return "";
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        return isStatic(link) ? versioned(link) : link;
    }

    /** The address of a static file with its hash; the path itself if there is no such file. */
    String versioned(String path) {
        String known = versioned.get(path);
        if (known != null) {
            return known;
        }
        String found = files.getObject().getForLookupPath(path);
        String address = found == null ? path : found;
        if (found != null && versioned.size() < MOST) {
            versioned.put(path, address);
        }
        return address;
    }

    static boolean isStatic(String link) {
        for (String folder : STATIC_FOLDERS) {
            if (link.startsWith(folder)) {
                return true;
            }
        }
        return false;
    }
}
