using Amazon.Plumbing;
using Amazon.Plumbing.Errors;
using Amazon.Runtime;
using Compat.Tests.Models;

namespace Compat.Tests.Shapes;

/// <summary>Holds the stand-ins to AWS's own models of its services.</summary>
[TestFixtureSource(typeof(Service), nameof(Service.All))]
internal sealed class ShapeTests(Service service)
{
    private ServiceModel _model = null!;

    [OneTimeSetUp]
    public void Load() => _model = Botocore.Model(service.Folder);

    [Test]
    public void Every_member_of_requests_and_responses_is_in_the_model_with_its_type()
    {
        var check = new ShapeCheck(_model);
        foreach (var (operation, request, response) in service.Operations)
        {
            Check(check, request, operation, "input");
            Check(check, response, operation, "output");
        }

        Assert.That(check.Findings, Is.Empty);
        var shapes = service.Assembly.GetExportedTypes().Where(IsShape);
        Assert.That(shapes.Except(check.Seen), Is.Empty, "Shapes that no operation reaches are not checked.");
    }

    [Test]
    public void Every_call_is_an_operation_with_the_request_that_is_named_after_it() => Assert.Multiple(() =>
    {
        foreach (var (operation, request, response) in service.Operations)
        {
            Assert.That(_model.HasOperation(operation), operation);
            Assert.That(OperationName.Of(request), Is.EqualTo(operation));
            Assert.That(response.Name, Is.EqualTo(operation + "Response"));
        }
    });

    [Test]
    public void Every_exception_is_in_the_model_with_its_code() => Assert.Multiple(() =>
    {
        foreach (var exception in service.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(service.Error)))
        {
            var shape = _model.Find(exception.Name);
            Assert.That(shape?.IsException, Is.True, exception.Name);
            Assert.That(ErrorTypes.CodeOf(exception), Is.EqualTo(shape!.ErrorCode), exception.Name);
        }
    });

    [Test]
    public void The_configuration_has_the_names_of_the_model()
    {
        var config = service.Config();
        Assert.Multiple(() =>
        {
            Assert.That(config.ServiceId, Is.EqualTo(_model.Metadata("serviceId")));
            Assert.That(config.ServiceVersion, Is.EqualTo(_model.Metadata("apiVersion")));
            Assert.That(config.RegionEndpointServiceName, Is.EqualTo(_model.Metadata("endpointPrefix")));
            Assert.That(config.AuthenticationServiceName, Is.EqualTo(_model.Metadata("signingName") ?? _model.Metadata("endpointPrefix")));
        });
    }

    private void Check(ShapeCheck check, Type type, string operation, string side) =>
        check.Structure(type, _model.OfOperation(operation, side) ?? Shape.WithoutMembers(_model));

    private static bool IsShape(Type type) =>
        type.IsSubclassOf(typeof(ConstantClass))
        || (type.Namespace!.EndsWith(".Model", StringComparison.Ordinal) && !type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract);
}
