package com.anycompany.shop.frontend.product;

import java.util.List;

/** The departments of the shop. */
public record Categories(List<Category> categories) {}
