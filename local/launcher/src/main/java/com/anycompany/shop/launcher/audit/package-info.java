/** Whether orders, payments and carts agree; knows the tables and nothing of the services. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.audit;
