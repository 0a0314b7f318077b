package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.contract.OpenApiContractTests;

class OpenApiTests extends OpenApiContractTests {}
