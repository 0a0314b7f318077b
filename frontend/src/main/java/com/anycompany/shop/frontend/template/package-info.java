/** How templates are rendered: constants folded when a template is loaded, links without the request, cached fragments. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.template;
