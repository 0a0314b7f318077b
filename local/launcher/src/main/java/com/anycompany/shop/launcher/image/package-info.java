/** Container images: what Docker builds from, and the commands that build and push. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.image;
