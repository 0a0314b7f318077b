package com.anycompany.shop.frontend.catalog;

import java.util.List;

/** The departments of the shop. */
public record Categories(List<Category> categories) {}
